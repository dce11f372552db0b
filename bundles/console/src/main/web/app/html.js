// Templates: html`<p>${text}</p>` makes Preact elements, without a build step.
import { h } from '../vendor/preact.js';
import htm from '../vendor/htm.js';

export const html = htm.bind(h);
export { render } from '../vendor/preact.js';
export { useEffect, useMemo, useRef, useState, useCallback, useLayoutEffect } from '../vendor/hooks.js';
