/** Mistakes and advice, each with its place in the pack. */
import type { Problem } from './shapes';
import './file.css';

export function Problems({ problems }: { problems: readonly Problem[] }) {
  return (
    <ol className="hr-problems">
      {problems.map(({ path, message }, place) => (
        <li key={place}>
          {path && <code>{path}</code>} {message}
        </li>
      ))}
    </ol>
  );
}
