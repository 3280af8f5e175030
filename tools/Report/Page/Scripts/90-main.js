const parts = [
    showTop,
    showFailures,
    showTimeline,
    showContracts,
    showCoverage,
    showLatency,
    showMigrations,
    showMap,
    showComparison,
    showTests,
];
for (const show of parts) {
    try {
        show();
    } catch (error) {
        // Of a record that says what it can't: the other parts are shown.
        section(show.name, `Not shown (${show.name.slice(4)})`, h('p', { class: 'bad' }, String(error)));
    }
}

document.getElementById('sections').append(...sections.map(({ id, title }) => h('a', { href: `#${id}` }, title.replace(/ \(.*/, ''))));

const search = document.getElementById('search');
const chosen = document.getElementById('service');
chosen.append(...model.services.map(service => h('option', { value: service.name }, service.title)));

function apply() {
    filter.text = search.value.trim().toLowerCase();
    filter.service = chosen.value;
    filter.changed.forEach(render => render());
}

search.addEventListener('input', apply);
chosen.addEventListener('change', apply);
document.getElementById('filter').addEventListener('submit', event => event.preventDefault());

function turn() {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
}

document.getElementById('theme').addEventListener('click', turn);

let current = -1;
function step(by) {
    if (shownFailures.length === 0) return;
    current = (current + by + shownFailures.length) % shownFailures.length;
    const { node } = shownFailures[current];
    document.querySelectorAll('.target').forEach(other => other.classList.remove('target'));
    node.open = true;
    reveal(node);
}

const keys = { '/': () => search.focus(), j: () => step(1), k: () => step(-1), t: turn };
document.addEventListener('keydown', event => {
    const typing = ['INPUT', 'SELECT', 'TEXTAREA'].includes(event.target.tagName);
    if (typing && event.key === 'Escape') {
        search.value = '';
        apply();
        event.target.blur();
    } else if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && keys[event.key]) {
        event.preventDefault();
        keys[event.key]();
    }
});

addEventListener('hashchange', goToTest);
goToTest();
