const ROW = 20;
const LABEL = 210;

// Lanes of PostgreSQL, services, instances and test projects; the tests of a project in as many rows as ran at the same time.
function showTimeline() {
    const lanes = [...model.timeline.lanes, ...projects.map(laneOfProject).filter(lane => lane.spans.length > 0)];
    const times = lanes.flatMap(lane => lane.spans.flatMap(span => [span.from, span.to])).filter(Number.isFinite);
    if (times.length === 0) return;
    const all = { from: times.reduce((a, b) => Math.min(a, b)), to: times.reduce((a, b) => Math.max(a, b)) };
    const view = { ...all, instances: lanes.filter(lane => lane.kind === 'instance').length <= 4 };
    const tip = h('div', { class: 'tip', role: 'status' });
    const svg = s('svg', {
        class: 'timeline',
        role: 'img',
        tabindex: 0,
        'aria-label': 'Services and tests over time; the tables below say the same in words',
    });
    const draw = () =>
        drawTimeline(
            svg,
            lanes.filter(lane => view.instances || lane.kind !== 'instance'),
            view,
            all,
            tip,
        );
    const move = change => {
        Object.assign(view, change);
        draw();
    };
    steer(svg, view, all, move);
    section(
        'timeline',
        'Timeline',
        h(
            'p',
            null,
            zoomButton('+', 'Zoom in', () => move(zoomed(view, all, 0.5))),
            ' ',
            zoomButton('−', 'Zoom out', () => move(zoomed(view, all, 2))),
            ' ',
            zoomButton('All', 'Show all', () => move(all)),
            ' ',
            lanes.some(lane => lane.kind === 'instance') &&
                h(
                    'label',
                    null,
                    h('input', {
                        type: 'checkbox',
                        checked: view.instances,
                        onchange: event => move({ instances: event.target.checked }),
                    }),
                    ` second instances (${lanes.filter(lane => lane.kind === 'instance').length})`,
                ),
        ),
        h('div', { class: 'scroll tall' }, svg),
        tip,
        eventList(),
    );
    let width = 0;
    new ResizeObserver(() => {
        if (svg.clientWidth === width) return;
        width = svg.clientWidth;
        requestAnimationFrame(draw);
    }).observe(svg);
    draw();
}

const zoomButton = (sign, label, onclick) => h('button', { type: 'button', 'aria-label': label, onclick }, sign);

function laneOfProject(project, index) {
    const spans = tests
        .map((test, place) => ({ test, place }))
        .filter(({ test }) => test.p === index && test.t)
        .map(({ test, place }) => ({
            from: test.t,
            to: test.t + test.d,
            what: test.o,
            text: `${shortName(test)}, ${duration(test.d)}`,
            place,
        }))
        .sort((a, b) => a.from - b.from);
    return { name: project.name, title: project.name, kind: 'project', spans, marks: [], rows: stack(spans) };
}

// Each span into the first row that is free then; at most eight rows.
function stack(spans) {
    const ends = [];
    for (const span of spans) {
        const free = ends.findIndex(end => end <= span.from);
        span.row = free >= 0 ? free : Math.min(ends.length, 7);
        ends[span.row] = Math.max(span.to, ends[span.row] ?? 0);
    }
    return Math.max(1, ends.length);
}

function drawTimeline(svg, lanes, view, all, tip) {
    const width = Math.max(600, svg.clientWidth || 1100);
    const x = time => LABEL + ((time - view.from) / (view.to - view.from)) * (width - LABEL - 8);
    const parts = [];
    let y = 24;
    for (const lane of lanes) {
        parts.push(s('text', { x: 4, y: y + 14 }, lane.title.length > 30 ? `${lane.title.slice(0, 29)}…` : lane.title));
        parts.push(...barsOf(lane, x, y, width, tip), ...lane.marks.map(mark => markOf(mark, x(mark.at), y + ROW / 2, width, tip)));
        y += Math.max(ROW, (lane.rows ?? 1) * 10) + 6;
        parts.push(s('line', { class: 'grid', x1: 0, x2: width, y1: y - 3, y2: y - 3 }));
    }
    parts.push(...model.timeline.marks.map(mark => markOf(mark, x(mark.at), 20, width, tip)));
    svg.setAttribute('viewBox', `0 0 ${width} ${y}`);
    svg.setAttribute('height', y);
    svg.replaceChildren(...ticks(view, all, x, width, y), ...parts);
}

// What would fall on the same pixel as its neighbour is left out, unless it failed.
function barsOf(lane, x, y, width, tip) {
    const last = [];
    return lane.spans.flatMap(span => {
        const [left, right] = [Math.max(LABEL, x(span.from)), Math.min(width, x(span.to))];
        const row = span.row ?? 0;
        if (right < LABEL || left > width || (right - (last[row] ?? -9) < 0.7 && span.what !== 'f')) return [];
        last[row] = right;
        const tall = lane.kind === 'project' ? 8 : ROW - 4;
        const say = () => {
            tip.textContent = `${lane.title}: ${span.text ?? span.what}, at ${new Date(span.from).toLocaleTimeString()}`;
        };
        return [
            s('rect', {
                class: span.what,
                x: left,
                y: y + row * 10 + 1,
                width: Math.max(1, right - left),
                height: tall,
                rx: 1.5,
                onmouseenter: say,
                onclick:
                    span.place === undefined
                        ? null
                        : () => {
                              location.hash = linkOf(tests[span.place]);
                          },
            }),
        ];
    });
}

function markOf(mark, x, y, width, tip) {
    if (x < LABEL || x > width) return s('g');
    const shape = mark.kind === 'error' ? `M${x} ${y - 7}l7 13h-14z` : `M${x} ${y - 5}l5 5l-5 5l-5 -5z`;
    return s(
        'path',
        {
            class: mark.kind,
            d: shape,
            onmouseenter: () => {
                tip.textContent = mark.text;
            },
        },
        s('title', null, mark.text),
    );
}

function ticks(view, all, x, width, height) {
    const rough = (view.to - view.from) / 8;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = [1, 2, 5, 10].map(factor => factor * power).find(size => size >= rough);
    const first = Math.ceil((view.from - all.from) / step);
    const marks = Array.from({ length: 12 }, (_, index) => (first + index) * step).filter(offset => all.from + offset <= view.to);
    return marks.flatMap(offset => [
        s('line', { class: 'grid', x1: x(all.from + offset), x2: x(all.from + offset), y1: 18, y2: height }),
        s('text', { class: 'soft', x: x(all.from + offset) + 3, y: 13 }, duration(offset) || '0'),
    ]);
}

// The errors in words, for those who don't see the picture, too.
function eventList() {
    const errors = [
        ...model.timeline.lanes.flatMap(lane => lane.marks.map(mark => ({ ...mark, lane: lane.title }))),
        ...model.timeline.marks,
    ]
        .filter(mark => mark.kind === 'error')
        .sort((a, b) => a.at - b.at);
    return (
        errors.length > 0 &&
        table(
            ['When', 'What', 'Error'],
            errors.map(error =>
                h(
                    'tr',
                    null,
                    h('td', null, new Date(error.at).toLocaleTimeString()),
                    h('td', null, error.lane ?? 'the run'),
                    h('td', { class: 'bad' }, error.text),
                ),
            ),
        )
    );
}
