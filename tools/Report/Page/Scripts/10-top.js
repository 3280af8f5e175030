const tests = model.tests.tests;
const projects = model.tests.projects;
const shortName = test => {
    const owner = test.c.split('.').at(-1);
    return owner && !test.n.includes(owner + '.') ? `${owner}.${test.n}` : test.n;
};
const keyOf = test => `${projects[test.p].name}/${shortName(test)}`;
const linkOf = test => `#test=${encodeURIComponent(keyOf(test))}`;
const sum = (list, what) => list.reduce((total, each) => total + what(each), 0);

function showTop() {
    const { verdict, startedAt, milliseconds, reasons, facts } = model.run;
    const says = { passed: '✓ Passed', failed: '✗ Failed', inconclusive: '? Inconclusive' }[verdict] ?? '✗ No verdict';
    const [passed, failed, skipped] = ['passed', 'failed', 'skipped'].map(what => sum(projects, project => project[what]));
    document.title = `${says}: integration test`;
    document.getElementById('main').append(
        h(
            'div',
            { class: `verdict ${verdict ?? 'none'}` },
            h('h1', null, `${says}: ${passed} passed, ${failed} failed, ${skipped} skipped`),
            !verdict && h('p', { class: 'bad' }, 'The run did not come to its end: it was cancelled or killed. This is what it left.'),
            h(
                'dl',
                { class: 'facts' },
                startedAt && [
                    h('dt', null, 'Started'),
                    h('dd', null, `${when(startedAt)}${milliseconds ? `, took ${duration(milliseconds)}` : ''}`),
                ],
                facts.map(([name, value]) => [h('dt', null, name), h('dd', null, value)]),
            ),
        ),
    );
    if (reasons.length > 0) section('reasons', 'Why', reasonList(reasons));
    if (model.notes.length > 0)
        section(
            'notes',
            'Not read',
            h(
                'ul',
                null,
                model.notes.map(note => h('li', { class: 'warn' }, note)),
            ),
        );
}

// A failed test is told below with all that is known of it.
function reasonList(reasons) {
    const others = reasons.filter(reason => reason.code !== 'SUITE300');
    return h(
        'ul',
        null,
        others.map(reason =>
            h(
                'li',
                null,
                h('strong', { class: 'bad' }, reason.code),
                ' ',
                reason.service && `${titleOf(reason.service)}: `,
                reason.message,
                reason.log && h('span', { class: 'soft' }, ` Log: ${reason.log}`),
            ),
        ),
    );
}
