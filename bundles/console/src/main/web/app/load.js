// Data of a page: loaded when it appears, again every so often while it is looked at.
import { useCallback, useEffect, useRef, useState } from './html.js';

/**
 * @param fetcher gets an AbortSignal, gives a promise
 * @param deps as of useEffect: a change loads anew
 * @param every milliseconds between two loads; 0 for once
 * @returns {{data, error, loading, reload}} what was loaded last stays while the next is under way, and after an error
 */
export function useLoad(fetcher, deps = [], every = 0) {
  const [state, setState] = useState({ data: undefined, error: null, loading: true });
  const latest = useRef(fetcher);
  latest.current = fetcher;
  const again = useRef(() => {});

  useEffect(() => {
    let timer;
    let over = false;
    const control = new AbortController();
    setState((before) => ({ ...before, loading: true }));
    const run = async () => {
      clearTimeout(timer);
      // A hidden tab asks for nothing; it catches up when it is looked at.
      if (document.hidden && every) return;
      try {
        const data = await latest.current(control.signal);
        if (!over) setState({ data, error: null, loading: false });
      } catch (error) {
        if (!over && error.name !== 'AbortError') setState((before) => ({ ...before, error, loading: false }));
      }
      if (!over && every) timer = setTimeout(run, every);
    };
    const seen = () => {
      if (!document.hidden && every) run();
    };
    document.addEventListener('visibilitychange', seen);
    again.current = run;
    run();
    return () => {
      over = true;
      control.abort();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, deps);

  const reload = useCallback(() => again.current(), []);
  return { ...state, reload };
}
