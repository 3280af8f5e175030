function showComparison() {
    const compared = model.comparison;
    if (!compared) return;
    const change = unit => each => h('li', null, `${each.what}: ${unit(each.then)} → ${unit(each.now)}`);
    const test = key => h('li', null, h('a', { href: `#test=${encodeURIComponent(key)}` }, key));
    const lists = [
        ['New failures', compared.newFailures, test],
        ['Mended since the run before', compared.mended, test],
        ['Slower', compared.slower, change(duration)],
        ['Less covered', compared.lessCovered, change(percent => `${percent} %`)],
        ['New calls', compared.newCalls, text => h('li', null, text)],
        ['Calls that are gone', compared.goneCalls, text => h('li', null, text)],
    ].filter(([, items]) => items.length > 0);
    section(
        'comparison',
        'Compared with the last passed run',
        h(
            'p',
            { class: 'soft' },
            compared.with
                ? `Of ${when(compared.with)}${compared.commit ? `, commit ${compared.commit.slice(0, 10)}` : ''}.`
                : 'No earlier run of all tests has passed here.',
        ),
        lists.length === 0
            ? h('p', null, 'Nothing is worse, and nothing calls what it did not call.')
            : lists.map(([title, items, make]) => [h('h3', null, title), h('ul', null, items.map(make))]),
    );
}
