/** A page that is busy with itself: blocks come, change and go, a frame at a time, for a bounded while. Runs in the page. */

/** @param frames how many frames it lasts; 60 are a second */
export async function churn(frames: number): Promise<void> {
  const place = document.querySelector('.windowViewMode-normal.active') ?? document.body;
  const blocks: HTMLElement[] = [];
  for (let frame = 0; frame < frames; frame++) {
    const block = document.createElement('section');
    for (let row = 0; row < 40; row++) {
      const line = document.createElement('p');
      line.textContent = `Row ${row} of block ${frame}`;
      block.append(line);
    }
    place.append(block);
    blocks.push(block);
    for (const line of blocks[0]?.children ?? []) line.textContent = `Changed in frame ${frame}`;
    if (blocks.length > 10) blocks.shift()?.remove();
    block.getBoundingClientRect();
    await new Promise(requestAnimationFrame);
  }
  for (const block of blocks) block.remove();
}
