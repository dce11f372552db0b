// Elements without a library: h('p', { class: 'soft' }, 'words'), and s(…) for those of SVG.
const SVG = 'http://www.w3.org/2000/svg';

function make(element, attributes, children) {
  Object.entries(attributes || {}).forEach(([name, value]) => {
    if (value === undefined || value === null || value === false) return;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    // A strict policy forbids style attributes; properties set by a script are allowed.
    else if (name === 'style') Object.entries(value).forEach(([key, one]) => element.style.setProperty(key, one));
    else element.setAttribute(name, value === true ? '' : value);
  });
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export const h = (name, attributes, ...children) => make(document.createElement(name), attributes, children);
export const s = (name, attributes, ...children) => make(document.createElementNS(SVG, name), attributes, children);

/** Words for a picture, or for whoever cannot see the one beside it. */
export const hidden = (...children) => h('span', { class: 'hidden' }, ...children);
