// What part of the timeline is shown: by keys, wheel and drag.
function zoomed(view, all, factor, at = 0.5) {
    const span = Math.min(all.to - all.from, Math.max(1, (view.to - view.from) * factor));
    const from = Math.min(Math.max(all.from, view.from + (view.to - view.from - span) * at), all.to - span);
    return { from, to: from + span };
}

function steer(svg, view, all, move) {
    const pan = share => {
        const span = view.to - view.from;
        const from = Math.min(Math.max(all.from, view.from + share * span), all.to - span);
        move({ from, to: from + span });
    };
    const keys = {
        '+': () => move(zoomed(view, all, 0.5)),
        '=': () => move(zoomed(view, all, 0.5)),
        '-': () => move(zoomed(view, all, 2)),
        0: () => move({ ...all }),
        ArrowLeft: () => pan(-0.2),
        ArrowRight: () => pan(0.2),
    };
    svg.addEventListener('keydown', event => {
        if (keys[event.key]) {
            event.preventDefault();
            keys[event.key]();
        }
    });
    svg.addEventListener(
        'wheel',
        event => {
            if (!event.ctrlKey && !event.metaKey) return;
            event.preventDefault();
            const box = svg.getBoundingClientRect();
            move(zoomed(view, all, event.deltaY > 0 ? 1.25 : 0.8, Math.max(0, (event.clientX - box.left - LABEL) / (box.width - LABEL))));
        },
        { passive: false },
    );
    let held = null;
    svg.addEventListener('pointerdown', event => {
        held = event.clientX;
    });
    svg.addEventListener('pointermove', event => {
        if (held === null || event.buttons === 0 || Math.abs(event.clientX - held) < 4) return;
        pan((held - event.clientX) / (svg.getBoundingClientRect().width - LABEL));
        held = event.clientX;
    });
}
