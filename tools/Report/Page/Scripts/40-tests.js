const MOST_FOUND = 300;
const words = { p: '✓', f: '✗', s: '–' };

// By project and class, made when opened; what is searched for as a plain list.
function showTests() {
    if (tests.length === 0 && projects.length === 0) return;
    const list = h('div');
    const render = () => list.replaceChildren(...(filter.text || filter.service ? found() : projects.map(projectOf)));
    filter.changed.push(render);
    section('tests', `Tests (${tests.length})`, list);
    render();
}

function projectOf(project, index) {
    const own = tests.filter(test => test.p === index);
    const classes = byClass(own);
    const took = project.end && project.start ? `, ${duration(project.end - project.start)}` : '';
    return h(
        'div',
        null,
        project.breaks.map(why => h('p', { class: 'bad' }, `${project.name} did not come to its end: ${why}`)),
        lazy(
            [
                h('strong', null, project.name),
                ' ',
                h(
                    'span',
                    { class: 'soft' },
                    `${project.passed} passed, `,
                    h('span', { class: project.failed > 0 && 'bad' }, `${project.failed} failed`),
                    `, ${project.skipped} skipped${took}`,
                ),
            ],
            () =>
                h(
                    'div',
                    { class: 'tests' },
                    [...classes].sort().map(([name, members]) => classOf(name, members)),
                ),
        ),
    );
}

function byClass(list) {
    const classes = new Map();
    for (const test of list) {
        if (!classes.has(test.c)) classes.set(test.c, []);
        classes.get(test.c).push(test);
    }
    return classes;
}

function classOf(name, members) {
    const failed = members.filter(test => test.o === 'f').length;
    return lazy(
        [
            h('span', { class: 'mono' }, name || '(no class)'),
            ' ',
            h(
                'span',
                { class: failed > 0 ? 'bad' : 'soft' },
                `${count(members.length, 'test')}${failed > 0 ? `, ${failed} failed` : ''}, ${duration(sum(members, test => test.d))}`,
            ),
        ],
        () => h('div', { class: 'tests' }, members.map(testRow)),
    );
}

const testRow = test =>
    h(
        'div',
        { class: 'row' },
        h(
            'span',
            { class: { p: 'good', f: 'bad', s: 'soft' }[test.o], 'aria-label': { p: 'passed', f: 'failed', s: 'skipped' }[test.o] },
            words[test.o],
        ),
        h('a', { href: linkOf(test) }, test.n),
        test.w && h('span', { class: 'soft' }, test.w),
        h('span', { class: 'soft right' }, duration(test.d)),
    );

const hasText = (test, text) => `${keyOf(test)} ${test.c} ${test.w ?? ''}`.toLowerCase().includes(text);

function found() {
    const isOf = test =>
        !filter.service || (test.s === undefined ? hasText(test, filter.service) : test.s.split(' ').includes(filter.service));
    const all = tests.filter(test => isOf(test) && hasText(test, filter.text));
    return [
        h('p', { class: 'soft' }, `${count(all.length, 'test')} match${all.length > MOST_FOUND ? `; the first ${MOST_FOUND}` : ''}`),
        ...all
            .slice(0, MOST_FOUND)
            .map(test => h('div', null, h('span', { class: 'soft' }, `${projects[test.p].name} · ${test.c}`), testRow(test))),
    ];
}

// A deep link: a failure opens where it is told, another test is shown above the list.
function goToTest() {
    if (!location.hash.startsWith('#test=')) return;
    const key = decode(location.hash.slice('#test='.length));
    const place = tests.findIndex(test => keyOf(test) === key);
    document.querySelectorAll('.target').forEach(node => node.classList.remove('target'));
    document.getElementById('linked')?.remove();
    const shown = shownFailures.find(({ failure }) => failure.test === place);
    if (shown) {
        shown.node.open = true;
        reveal(shown.node);
        return;
    }
    const node = h(
        'div',
        { id: 'linked' },
        place >= 0
            ? [h('span', { class: 'soft' }, `${projects[tests[place].p].name} · ${tests[place].c}`), testRow(tests[place])]
            : `There is no test ${key} in this run.`,
    );
    document.getElementById('tests')?.querySelector('h2').after(node);
    reveal(node);
}

function decode(text) {
    try {
        return decodeURIComponent(text);
    } catch {
        return text;
    }
}

function reveal(node) {
    node.classList.add('target');
    node.scrollIntoView({ block: 'start' });
    (node.querySelector('summary') ?? node).focus?.({ preventScroll: true });
}
