const verdicts = { Held: ['✓', 'good'], MachineTooBusy: ['?', 'warn'] };

function showLatency() {
  const latency = model.latency;
  if (!latency) return;
  section('latency', 'Latency',
    latency.remark && h('p', { class: 'soft' }, latency.remark),
    latency.operations.length > 0 && table(['Operation', '>Threshold', '>p50', '>p95', '>p99', '>Ratio', 'Verdict'], latency.operations.map(operation => {
      const [sign, colour] = verdicts[operation.verdict] ?? ['✗', 'bad'];
      const { p50, p95, p99 } = operation.oneClient;
      return h('tr', null, h('td', null, `${titleOf(operation.service)} `, h('code', null, operation.operation)), h('td', { class: 'right' }, `${operation.thresholdMs} ms`),
        [p50, p95, p99].map(value => h('td', { class: 'right' }, value?.toFixed(1))), h('td', { class: 'right' }, operation.ratio?.toFixed(2)),
        h('td', { class: colour }, `${sign} ${operation.finding ?? 'held'}`));
    })),
    latency.operations.length > 0 && h('p', { class: 'soft' }, 'One client, in milliseconds. Ratio: to calls of the same cost each time, made beside them; the baseline is of this ratio.'),
    latency.plots.map(plot => lazy(`Plot: ${titleOf(plot.service)}`, () => h('img', { class: 'plot', alt: `Latencies of ${plot.service}, each call a mark`, src: `data:image/svg+xml;base64,${plot.base64}` }))));
}

function showMigrations() {
  if (model.migrations.length === 0) return;
  const all = model.migrations.flatMap(service => service.files.flatMap(file => file.proofs));
  section('migrations', 'Migrations',
    h('p', null, `${count(all.length, 'proof')}: ${all.filter(proof => proof.outcome === 'p').length} hold, `,
      h('span', { class: all.some(proof => proof.outcome === 'f') && 'bad' }, `${all.filter(proof => proof.outcome === 'f').length} do not`), '.'),
    model.migrations.map(service => h('div', null, h('h3', null, titleOf(service.service)), service.files.map(fileOf))));
}

function fileOf(file) {
  const broken = file.proofs.filter(proof => proof.outcome === 'f').length;
  const node = lazy([h('span', { class: 'mono' }, file.name), ' ', h('span', { class: broken > 0 ? 'bad' : 'soft' },
    broken > 0 ? `${broken} of ${count(file.proofs.length, 'proof')} fail` : count(file.proofs.length, 'proof'))],
  () => h('div', { class: 'tests' }, file.proofs.map(proof => h('div', { class: 'row' },
    h('span', { class: { p: 'good', f: 'bad', s: 'soft' }[proof.outcome] }, words[proof.outcome]), h('a', { href: linkOf(tests[proof.test]) }, proof.rule)))));
  node.open = broken > 0;
  return node;
}
