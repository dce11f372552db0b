// The lines of text/event-stream, as they arrive. Comments come too, without data: the hub's signs of life.

/** @yields {{id, data}} once for each block */
export async function* eventsOf(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const blocks = (rest + value).split(/\r?\n\r?\n/);
    rest = blocks.pop();
    for (const block of blocks) yield parse(block);
  }
}

function parse(block) {
  const fields = { id: '', data: '' };
  block.split(/\r?\n/).forEach((line) => {
    const [, name, value] = line.match(/^(id|data): ?(.*)$/) || [];
    if (name) fields[name] = name === 'data' && fields.data ? `${fields.data}\n${value}` : value;
  });
  return fields;
}
