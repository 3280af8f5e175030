// What tests and services wrote comes to the page as text alone: by text nodes and textContent, never as markup.
const model = JSON.parse(document.getElementById('model').textContent);
const SVG = 'http://www.w3.org/2000/svg';

function set(node, attributes, children) {
    for (const [name, value] of Object.entries(attributes ?? {})) {
        if (value === null || value === undefined || value === false) continue;
        if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
        else node.setAttribute(name, value === true ? '' : value);
    }
    for (const child of children.flat(3)) {
        if (child !== null && child !== undefined && child !== false) node.append(child); // of a text, a text node
    }
    return node;
}

const h = (tag, attributes, ...children) => set(document.createElement(tag), attributes, children);
const s = (tag, attributes, ...children) => set(document.createElementNS(SVG, tag), attributes, children);

// A style attribute is not allowed on this page, a property is.
function styled(node, style) {
    Object.assign(node.style, style);
    return node;
}

const duration = ms =>
    ms === null || ms === undefined
        ? ''
        : ms < 1000
          ? `${Math.round(ms * 10) / 10} ms`
          : ms < 60_000
            ? `${(ms / 1000).toFixed(1)} s`
            : `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
const count = (n, one, many) => `${n} ${n === 1 ? one : (many ?? one + 's')}`;
const when = ms => new Date(ms).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
const serviceOf = log => log.split('~')[0];
const titles = new Map(model.services.map(service => [service.name, service.title]));
const titleOf = name => titles.get(name) ?? name;

const table = (heads, rows) =>
    h(
        'div',
        { class: 'scroll' },
        h(
            'table',
            null,
            h(
                'thead',
                null,
                h(
                    'tr',
                    null,
                    heads.map(head => h('th', { scope: 'col', class: head.startsWith('>') && 'right' }, head.replace('>', ''))),
                ),
            ),
            h('tbody', null, rows),
        ),
    );

// A details whose content is made when it is opened: a page of thousands of tests stays light.
function lazy(summary, make, attributes) {
    const node = h('details', attributes, h('summary', null, summary));
    node.addEventListener('toggle', () => {
        if (node.open && node.childElementCount === 1) node.append(make());
    });
    return node;
}

const sections = [];
function section(id, title, ...content) {
    const node = h('section', { id, 'aria-labelledby': `${id}-title` }, h('h2', { id: `${id}-title` }, title), content);
    sections.push({ id, title });
    document.getElementById('main').append(node);
    return node;
}

// Those who show tests listen to what is searched for.
const filter = { text: '', service: '', changed: [] };
