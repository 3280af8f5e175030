const verdicts = { Held: ['✓', 'good'], MachineTooBusy: ['?', 'warn'] };

// What did not hold first; all of a service with its plot when it is opened.
function showLatency() {
    const latency = model.latency;
    if (!latency) return;
    const services = [...new Set([...latency.operations, ...latency.plots].map(each => each.service))];
    const broken = latency.operations.filter(operation => operation.verdict !== 'Held');
    section(
        'latency',
        'Latency',
        latency.remark && h('p', { class: 'soft' }, latency.remark),
        h('p', null, `${latency.operations.length - broken.length} of ${count(latency.operations.length, 'operation')} held.`),
        broken.length > 0 && latencyTable(broken),
        services.map(service =>
            lazy(latencySummary(service, latency), () =>
                h(
                    'div',
                    { class: 'tests' },
                    latencyTable(latency.operations.filter(operation => operation.service === service)),
                    latency.plots
                        .filter(plot => plot.service === service)
                        .map(plot =>
                            h('img', {
                                class: 'plot',
                                alt: `Latencies of ${plot.service}, each call a mark`,
                                src: `data:image/svg+xml;base64,${plot.base64}`,
                            }),
                        ),
                ),
            ),
        ),
        h(
            'p',
            { class: 'soft' },
            'One client, in milliseconds. Ratio: to calls of the same cost each time, made beside them; the baseline is of this ratio.',
        ),
    );
}

function latencySummary(service, latency) {
    const own = latency.operations.filter(operation => operation.service === service);
    const nearest = own.map(operation => operation.oneClient.p95 / operation.thresholdMs).filter(Number.isFinite);
    const share = nearest.length > 0 ? `, at most ${Math.round(100 * Math.max(...nearest))} % of its threshold` : '';
    return [titleOf(service), ' ', h('span', { class: 'soft' }, `${count(own.length, 'operation')}${share}`)];
}

const latencyTable = operations =>
    operations.length > 0 &&
    table(['Operation', '>Threshold', '>p50', '>p95', '>p99', '>Ratio', '>Baseline', 'Verdict'], operations.map(latencyRow));

function latencyRow(operation) {
    const [sign, colour] = verdicts[operation.verdict] ?? ['✗', 'bad'];
    const { p50, p95, p99 } = operation.oneClient;
    return h(
        'tr',
        null,
        h('td', null, `${titleOf(operation.service)} `, h('code', null, operation.operation)),
        h('td', { class: 'right' }, `${operation.thresholdMs} ms`),
        [p50, p95, p99].map(value => h('td', { class: 'right' }, value?.toFixed(1))),
        [operation.ratio, operation.baseline].map(value => h('td', { class: 'right' }, value?.toFixed(2))),
        h('td', { class: colour }, `${sign} ${operation.finding ?? 'held'}`),
    );
}

function showMigrations() {
    if (model.migrations.length === 0) return;
    const all = model.migrations.flatMap(service => service.files.flatMap(file => file.proofs));
    section(
        'migrations',
        'Migrations',
        h(
            'p',
            null,
            `${count(all.length, 'proof')}: ${all.filter(proof => proof.outcome === 'p').length} hold, `,
            h(
                'span',
                { class: all.some(proof => proof.outcome === 'f') && 'bad' },
                `${all.filter(proof => proof.outcome === 'f').length} do not`,
            ),
            '.',
        ),
        model.migrations.map(service => h('div', null, h('h3', null, titleOf(service.service)), service.files.map(fileOf))),
    );
}

function fileOf(file) {
    const broken = file.proofs.filter(proof => proof.outcome === 'f').length;
    const node = lazy(
        [
            h('span', { class: 'mono' }, file.name),
            ' ',
            h(
                'span',
                { class: broken > 0 ? 'bad' : 'soft' },
                broken > 0 ? `${broken} of ${count(file.proofs.length, 'proof')} fail` : count(file.proofs.length, 'proof'),
            ),
        ],
        () =>
            h(
                'div',
                { class: 'tests' },
                file.proofs.map(proof =>
                    h(
                        'div',
                        { class: 'row' },
                        h('span', { class: { p: 'good', f: 'bad', s: 'soft' }[proof.outcome] }, words[proof.outcome]),
                        h('a', { href: linkOf(tests[proof.test]) }, proof.rule),
                    ),
                ),
            ),
    );
    node.open = broken > 0;
    return node;
}
