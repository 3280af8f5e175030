// Drawn from what the services logged, not from what the manifest says of them.
function showMap() {
    const edges = model.map.edges;
    if (edges.length === 0) return;
    const between = edges.filter(edge => edge.from !== 'tests');
    section(
        'map',
        'Who calls whom',
        h(
            'p',
            { class: 'soft' },
            'As seen in the traces of this run. A request belongs to the one of another service during which it happened.',
        ),
        between.length > 0 && h('div', { class: 'scroll' }, drawing(edges, between)),
        table(
            ['From', 'To', '>Calls', '>Errors', '>p50', '>p95', 'Operations'],
            [...between, ...edges.filter(edge => edge.from === 'tests')].map(edge =>
                h(
                    'tr',
                    null,
                    h('td', null, edge.from === 'tests' ? 'tests' : titleOf(edge.from)),
                    h('td', null, titleOf(edge.to)),
                    number(edge.calls),
                    number(edge.errors, true),
                    h('td', { class: 'right' }, duration(edge.p50)),
                    h('td', { class: 'right' }, duration(edge.p95)),
                    h(
                        'td',
                        null,
                        lazy(count(edge.operations.length, 'operation'), () =>
                            h(
                                'div',
                                null,
                                edge.operations.map(operation =>
                                    h(
                                        'div',
                                        null,
                                        h('code', null, operation.name),
                                        ` × ${operation.calls}`,
                                        operation.errors > 0 && h('span', { class: 'bad' }, `, ${operation.errors} failed`),
                                    ),
                                ),
                            ),
                        ),
                    ),
                ),
            ),
        ),
    );
}

// All services on an ellipse; a line is as thick as its calls are many, and red if one failed.
function drawing(edges, between) {
    const names = [...new Set([...model.services.map(service => service.name), ...edges.map(edge => edge.to)])].slice(0, 40);
    const [width, height] = [900, 420];
    const at = new Map(
        names.map((name, index) => {
            const angle = (index / names.length) * 2 * Math.PI - Math.PI / 2;
            return [name, { x: width / 2 + 350 * Math.cos(angle), y: height / 2 + 175 * Math.sin(angle) }];
        }),
    );
    const most = Math.max(...between.map(edge => edge.calls));
    const lines = between
        .filter(edge => at.has(edge.from) && at.has(edge.to))
        .map(edge => edgeLine(edge, at.get(edge.from), at.get(edge.to), most));
    const nodes = names.map(name => [
        s('rect', { class: 'node', x: at.get(name).x - 72, y: at.get(name).y - 15, width: 144, height: 30, rx: 6 }),
        s('text', { x: at.get(name).x, y: at.get(name).y + 4, 'text-anchor': 'middle' }, titleOf(name).slice(0, 22)),
    ]);
    return s(
        'svg',
        {
            viewBox: `0 0 ${width} ${height}`,
            width,
            height,
            role: 'img',
            'aria-label': 'Which service calls which; the table below says the same',
        },
        s('defs', null, arrow('arrow', ''), arrow('arrow-bad', 'bad')),
        lines,
        nodes,
    );
}

const arrow = (id, kind) =>
    s(
        'marker',
        {
            id,
            class: kind,
            viewBox: '0 0 10 10',
            refX: 9,
            refY: 5,
            markerWidth: 9,
            markerHeight: 9,
            markerUnits: 'userSpaceOnUse',
            orient: 'auto',
        },
        s('path', { d: 'M0 0L10 5L0 10z' }),
    );

function edgeLine(edge, from, to, most) {
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const length = Math.hypot(dx, dy) || 1;
    const bend = { x: (from.x + to.x) / 2 - (dy / length) * 22, y: (from.y + to.y) / 2 + (dx / length) * 22 };
    const end = border(to, bend);
    const bad = edge.errors > 0;
    return [
        s(
            'path',
            {
                class: bad ? 'edge bad' : 'edge',
                'stroke-width': 1 + (3 * edge.calls) / most,
                'marker-end': `url(#${bad ? 'arrow-bad' : 'arrow'})`,
                d: `M${from.x} ${from.y}Q${bend.x} ${bend.y} ${end.x} ${end.y}`,
            },
            s('title', null, `${edge.from} → ${edge.to}: ${count(edge.calls, 'call')}, ${edge.errors} failed`),
        ),
        s('text', { class: 'soft', x: bend.x, y: bend.y, 'text-anchor': 'middle' }, `${edge.calls}`),
    ];
}

// Where the line from a point meets a node's box.
function border(node, from) {
    const [dx, dy] = [from.x - node.x, from.y - node.y];
    const scale = Math.min(74 / (Math.abs(dx) || 1e-9), 17 / (Math.abs(dy) || 1e-9));
    return { x: node.x + dx * scale, y: node.y + dy * scale };
}
