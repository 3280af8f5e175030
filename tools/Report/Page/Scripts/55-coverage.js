function showCoverage() {
    const coverage = model.coverage;
    if (!coverage) return;
    section(
        'coverage',
        'Coverage',
        h(
            'p',
            null,
            `Threshold: ${coverage.threshold} % of ${(coverage.types ?? ['line']).join(', ')}. `,
            model.coveragePages && h('a', { href: model.coveragePages }, 'Every line, by ReportGenerator'),
        ),
        table(
            ['Service', 'Covered', '>Lines', '>Branches', '>Methods', 'Least covered files'],
            coverage.services.map(service =>
                h(
                    'tr',
                    null,
                    h(
                        'td',
                        { class: service.passed ? '' : 'bad' },
                        `${service.passed ? '✓' : '✗'} ${service.title ?? service.service}`,
                        service.incomplete && h('div', { class: 'bad' }, `incomplete: ${service.incomplete}`),
                    ),
                    h('td', null, meter(service)),
                    share(service.lines),
                    share(service.branches),
                    share(service.methods),
                    h('td', null, worst(service)),
                ),
            ),
        ),
        (coverage.notMeasured ?? []).length > 0 &&
            h(
                'ul',
                null,
                coverage.notMeasured.map(service => h('li', null, `${service.title}: not measured, ${service.why}`)),
            ),
    );
}

// A report may count no branches or no methods.
const share = ({ covered, total, percent }) =>
    h('td', { class: 'right', title: `${covered} of ${total}` }, total === 0 ? '–' : `${percent.toFixed(2)} %`);
const meter = service =>
    h(
        'div',
        { class: 'meter', 'aria-hidden': 'true' },
        styled(h('i', { class: !service.passed && 'bad' }), { width: `${Math.min(100, service.lines.percent)}%` }),
    );

function worst(service) {
    const files = (service.files ?? []).filter(file => file.lines.covered < file.lines.total);
    const name = path => path.split(/[\\/]/).slice(-2).join('/');
    if (files.length === 0) return service.lines.covered === service.lines.total && h('span', { class: 'soft' }, 'none below 100 %');
    const list = files.map(file => h('div', { title: file.path }, h('code', null, name(file.path)), ` ${file.lines.percent} %`));
    return list.length <= 3 ? list : [list.slice(0, 3), lazy(`${list.length - 3} more`, () => h('div', null, list.slice(3)))];
}
