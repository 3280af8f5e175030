// The requests of a trace as bars over time, each with the lines that its service logged meanwhile.
function waterfall({ calls, lines }) {
    const from = Math.min(...calls.map(call => call.start), ...lines.map(line => line.at ?? Infinity));
    const to = Math.max(...calls.map(call => call.start + call.ms), from + 1);
    const place = linesOfCalls(calls, lines);
    return h(
        'div',
        null,
        calls.map((call, index) => callRow(call, from, to - from, place.get(index) ?? [])),
        place.has(-1) && logLines(place.get(-1), from),
    );
}

// A line belongs to the innermost request of its service that was answered while it was written; the request's own line comes just after.
function linesOfCalls(calls, lines) {
    const place = new Map();
    for (const line of lines) {
        let best = -1;
        calls.forEach((call, index) => {
            const inside = line.at >= call.start - 2 && line.at <= call.start + call.ms + 2;
            if (call.log === line.log && inside && (best < 0 || call.ms <= calls[best].ms)) best = index;
        });
        place.set(best, [...(place.get(best) ?? []), line]);
    }
    return place;
}

function callRow(call, from, span, lines) {
    const bad = call.status >= 500;
    const bar = styled(h('i', { class: bad && 'bad' }), {
        left: `${((call.start - from) / span) * 100}%`,
        width: `${(call.ms / span) * 100}%`,
    });
    const name = styled(
        h(
            'span',
            { class: 'name', title: `${call.log}: ${call.operation}` },
            h('strong', null, call.log),
            ' ',
            h('code', null, call.operation),
        ),
        { paddingLeft: `${call.depth * 1.2}rem` },
    );
    const row = () =>
        h(
            'span',
            { class: 'call' },
            name,
            h(
                'span',
                { class: 'row' },
                h('span', { class: bad ? 'bad right' : 'right' }, `${call.status}`),
                h('span', { class: 'track' }, bar),
                h('span', { class: 'soft right took' }, duration(call.ms)),
            ),
        );
    if (lines.length === 0) return h('div', { class: 'plain' }, row());
    const notable = lines.some(line => line.failed) || bad;
    return h(
        'details',
        { class: 'calls', open: notable },
        h('summary', { title: count(lines.length, 'log line') }, row()),
        logLines(lines, from),
    );
}

const logLines = (lines, from) =>
    h(
        'div',
        { class: 'logs', tabindex: 0 },
        lines.map(line =>
            h(
                'div',
                { class: line.failed && 'bad' },
                line.at ? `+${duration(Math.max(0, line.at - from))} ` : '',
                `[${line.log}] `,
                line.text,
            ),
        ),
    );
