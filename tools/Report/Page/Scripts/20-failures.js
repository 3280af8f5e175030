const groups = model.failures.groups;
const failures = groups.flatMap(group => group.failures);
const shownFailures = [];

function showFailures() {
    if (failures.length === 0) return;
    const list = h('div', { id: 'culprits' });
    const render = () => {
        shownFailures.length = 0;
        list.replaceChildren(...groups.map(groupOf).filter(group => group !== null));
        if (shownFailures.length > 0) shownFailures[0].node.open = true;
        if (shownFailures.length === 0) list.append(h('p', { class: 'soft' }, 'No failure matches.'));
    };
    filter.changed.push(render);
    section('failures', `Failures (${failures.length})`, groups.length > 1 && overview(), list);
    render();
}

const headOf = culprit =>
    culprit.service ? [titleOf(culprit.service), culprit.operation && [' · ', h('code', null, culprit.operation)]] : 'Other failures';

// All culprits at a glance, before the first failure takes the screen.
const overview = () =>
    h(
        'ol',
        null,
        groups.map((group, index) =>
            h('li', null, h('a', { href: `#culprit-${index}` }, headOf(group.culprit)), ` ${count(group.failures.length, 'test')}`),
        ),
    );

function groupOf({ culprit, failures: all }, index) {
    const matching = all.filter(failure => matches(failure, culprit));
    if (matching.length === 0) return null;
    return h(
        'div',
        null,
        h(
            'h3',
            { class: 'culprit', id: `culprit-${index}` },
            headOf(culprit),
            ' ',
            h('span', { class: 'soft' }, `${count(matching.length, 'test')}; ${culprit.why}`),
        ),
        matching.map(failureOf),
    );
}

function matches(failure, culprit) {
    const test = tests[failure.test];
    const reached = [culprit.service, ...failure.calls.map(call => serviceOf(call.log))];
    return (
        (!filter.service || reached.includes(filter.service)) &&
        (!filter.text ||
            [keyOf(test), failure.message, failure.step, culprit.service, culprit.operation, ...failure.lines.map(line => line.text)].some(
                text => text?.toLowerCase().includes(filter.text),
            ))
    );
}

function failureOf(failure) {
    const test = tests[failure.test];
    const node = lazy(
        [shortName(test), ' ', h('span', { class: 'soft' }, `${projects[test.p].name}, ${duration(test.d)}`)],
        () => failureBody(failure, test),
        { class: 'failure' },
    );
    shownFailures.push({ failure, node });
    return node;
}

const part = (label, ...content) => content.some(Boolean) && [h('div', { class: 'label' }, label), content];

function failureBody(failure, test) {
    return h(
        'div',
        null,
        h('div', { class: 'message', tabindex: 0 }, failure.message ?? 'It failed without a message.'),
        failure.file && h('p', null, h('code', null, `${failure.file}${failure.line ? `:${failure.line}` : ''}`)),
        failure.step && h('p', { class: 'bad' }, failure.step),
        failure.curl && part('Repeat the request', h('pre', null, failure.curl)),
        (failure.calls.length > 0 || failure.lines.length > 0) && part(`Its trace across services (${failure.trace})`, waterfall(failure)),
        failure.output && part('What the test wrote', h('pre', null, failure.output)),
        failure.stack && lazy('Stack', () => h('pre', null, failure.stack)),
        h('p', null, h('a', { href: linkOf(test) }, 'Link to this test')),
    );
}
