// Who is signed in, and what they may.
import { store } from './store.js';

export const session = store({ known: false, signedIn: false });

const ORDER = ['reader', 'viewer', 'owner', 'operator', 'admin'];

/** Whether whoever is signed in has this role or a higher one. */
export const may = (role) => ORDER.indexOf(session.get().role || '') >= ORDER.indexOf(role);

export const set = (document) => session.set({ known: true, ...document });
