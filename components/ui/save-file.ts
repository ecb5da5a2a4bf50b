/** Hands a text file to the browser's downloads. Nothing leaves the machine. */

export function saveFile(name: string, text: string, type: 'application/json' | 'text/plain' = 'application/json'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has taken its own hold of the blob by the next turn.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
