// Makes a Cobertura report of what V8 counted in the Node processes of one service: node report.cjs OPTIONS.json (NodeCoverage.cs).
// Writes none when Node ran nothing of the service's own.
'use strict';

const { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync, existsSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, join, relative, sep } = require('node:path');
const { fileURLToPath } = require('node:url');

/** `folder` of the service's coverage; `limit`, the manifest's folder; `artifacts` of the suite; `exclude`, globs; `tools`, where c8 is. */
const { folder, limit, artifacts, exclude, tools } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const fromTools = createRequire(join(tools, 'package.json'));
const generated = ['**/{bin,obj}/{Debug,Release}/**'];

main();

async function main() {
  const begun = readJson(join(folder, 'begun')).map(packageOf);
  const packages = [...new Set(begun.filter((path) => path !== undefined))];
  const counts = readJson(join(folder, 'v8')).map((process) => ownPart(process, packages));
  if (counts.some((process) => process.result.length > 0)) {
    await report(packages, counts);
  }
}

function readJson(path) {
  const files = existsSync(path) ? readdirSync(path) : [];
  return files.map((file) => {
    try {
      return JSON.parse(readFileSync(join(path, file), 'utf8'));
    } catch (error) {
      throw new Error(`'${join(path, file)}' was cut short: ${error.message}`);
    }
  });
}

/** The nearest folder with a package.json at or above the script, else the script's own. Of a tool (npm, next): above where it runs, if it is installed there. */
function packageOf({ script, folder: current }) {
  if (script === undefined) {
    return undefined;
  }
  const installed = script.indexOf(`${sep}node_modules${sep}`);
  if (installed >= 0 && !isBelow(current, script.slice(0, installed))) {
    return undefined;
  }
  const isFolder = statSync(script, { throwIfNoEntry: false })?.isDirectory();
  const start = installed >= 0 ? current : isFolder ? script : dirname(script);
  for (let at = start; isBelow(at, limit) || !isBelow(start, limit); at = dirname(at)) {
    if (existsSync(join(at, 'package.json'))) {
      return at;
    }
    if (at === dirname(at)) {
      break;
    }
  }
  return start;
}

function isBelow(path, above) {
  return path === above || path.startsWith(above.endsWith(sep) ? above : above + sep);
}

/** Without Node's own modules and what is installed: there may be thousands. */
function ownPart(process, packages) {
  const isOwn = ({ url }) => {
    const path = url.startsWith('file://') ? fileURLToPath(url) : '';
    return packages.some((above) => isBelow(path, above)) && !path.includes(`${sep}node_modules${sep}`);
  };
  return { ...process, result: process.result.filter(isOwn) };
}

async function report(packages, counts) {
  const own = join(folder, 'own');
  mkdirSync(own, { recursive: true });
  counts.forEach((process, i) => writeFileSync(join(own, `${i}.json`), JSON.stringify(process)));
  const root = packages.reduce(common);
  process.chdir(root); // globs begin there
  const { Report } = fromTools('c8');
  const usual = fromTools('@istanbuljs/schema').defaults.nyc;
  await new Report({
    tempDirectory: own,
    reportsDirectory: folder,
    reporter: ['cobertura'],
    reporterOptions: { cobertura: { file: 'coverage.cobertura.xml', projectRoot: root } },
    all: true, // also what was never loaded
    src: packages,
    exclude: [...usual.exclude, ...generated, ...inside(root, artifacts), ...exclude],
    extension: usual.extension,
    excludeNodeModules: true,
    excludeAfterRemap: true, // globs are of sources, not of what was made of them
    omitRelative: true,
    wrapperLength: 0,
    resolve: '',
  }).run();
}

function common(one, other) {
  return isBelow(other, one) ? one : common(dirname(one), other);
}

function inside(root, path) {
  return isBelow(path, root) ? [`${relative(root, path).split(sep).join('/')}/**`] : [];
}
