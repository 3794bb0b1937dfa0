const SVG = 'http://www.w3.org/2000/svg';

/** The element of the page with this id. */
export function byId(id) {
    return document.getElementById(id);
}

/**
 * A new element. An attribute that is a function listens to the event of its name (`onclick`), `true` stands alone,
 * `false`, `null` and `undefined` are left out.
 */
export function el(tag, attributes = {}, ...children) {
    return furnish(document.createElement(tag), attributes, children);
}

export function svg(tag, attributes = {}, ...children) {
    return furnish(document.createElementNS(SVG, tag), attributes, children);
}

function furnish(node, attributes, children) {
    for (const [name, value] of Object.entries(attributes)) {
        setAttribute(node, name, value);
    }
    node.append(...children.filter((child) => child !== null && child !== undefined));
    return node;
}

function setAttribute(node, name, value) {
    if (typeof value === 'function') {
        node.addEventListener(name.slice(2), value);
    } else if (value === true) {
        node.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
        node.setAttribute(name, value);
    }
}

/** Makes the children of `parent` exactly `nodes`, without touching those that already stand right. */
export function arrange(parent, nodes) {
    nodes.forEach((node, index) => {
        if (parent.childNodes[index] !== node) {
            parent.insertBefore(node, parent.childNodes[index] ?? null);
        }
    });
    while (parent.childNodes.length > nodes.length) {
        parent.lastChild.remove();
    }
}

/** Closes a dialog by its buttons and by a tap beside it. */
export function makeClosable(dialog) {
    for (const button of dialog.querySelectorAll('[data-close]')) {
        button.addEventListener('click', () => dialog.close());
    }
    dialog.addEventListener('click', (event) => {
        if (event.target === dialog) {
            dialog.close();
        }
    });
}
