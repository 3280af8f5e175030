// A service of a test. MODE says how it misbehaves; Mode.cs says what each is for.
import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';

const { MODE, PORT, PORT_GRPC, MARK_FILE, SPARE_PORT, START_AFTER = '0', STOP_AFTER = '0' } = process.env;

function crash(reason, code) {
  console.error(`${reason} (at ${Date.now()})`);
  process.exit(code);
}

function health(response) {
  switch (MODE) {
    case 'health-500': return response.writeHead(500).end('the vault is sealed');
    case 'health-slow': return setTimeout(() => response.end('at last'), 60_000);
    case 'health-redirect': return response.writeHead(302, { location: '/elsewhere' }).end();
    default: return response.end('healthy');
  }
}

function answer(request, response) {
  switch (request.url) {
    case '/health': return health(response);
    case '/environment': return response.end(JSON.stringify(process.env));
    case '/folder': return response.end(process.cwd());
    case '/deafen': return deafen(response);
    case '/die': return crash('the vault burst', 7);
    default: return response.end('fine');
  }
}

// It lives on, and nobody can reach it any more.
function deafen(response) {
  setInterval(() => {}, 60_000);
  server.close();
  return response.end('what did you say?');
}

let server;

function listen(port) {
  server = createServer(answer).listen(Number(port), '127.0.0.1', () => console.log(`listening on ${port}`));
}

// A grandchild that ignores SIGTERM and outlives its parent; the parent is healthy only once it does.
function listenWithGrandchild(detached) {
  const grandchild = spawn(process.execPath, [fileURLToPath(import.meta.url)], {
    detached, env: { ...process.env, MODE: 'stubborn' }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  grandchild.once('message', () => listen(PORT));
}

// The child that holds the port takes the question and never answers; the parent ends over it.
function crashLeavingMute() {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url)], { env: { ...process.env, MODE: 'mute' }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  child.once('message', () => crash('the vault collapsed', 3));
}

function crashOnce() {
  if (existsSync(MARK_FILE)) {
    return listen(PORT);
  }
  writeFileSync(MARK_FILE, '');
  return crash('the vault sticks', 3);
}

const ignoring = MODE === 'ignore-sigterm' || MODE === 'stubborn';
process.on('SIGTERM', () => {
  if (ignoring) {
    return console.log('not now');
  }
  return MODE === 'crash-at-stop' ? crash('the vault jams', 9) : setTimeout(() => process.exit(0), Number(STOP_AFTER));
});
await new Promise(started => setTimeout(started, Number(START_AFTER)));

switch (MODE) {
  case 'crash-at-start': crash('the vault is gone', 3); break;
  case 'crash-once': crashOnce(); break;
  case 'crash-leaving-mute': crashLeavingMute(); break;
  case 'mute': createServer(() => process.send('asked')).listen(Number(PORT), '127.0.0.1'); break;
  case 'hang': setInterval(() => {}, 60_000); break;
  case 'stubborn': setInterval(() => {}, 60_000); process.send('ready'); break;
  case 'grandchild': listenWithGrandchild(false); break;
  case 'escaped-grandchild': listenWithGrandchild(true); break;
  case 'second-port': listen(PORT_GRPC ?? SPARE_PORT); listen(PORT); break;
  default: listen(PORT);
}
