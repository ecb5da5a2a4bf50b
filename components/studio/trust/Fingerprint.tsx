/** A key in words to read out, each apart from the next. */
import './trust.css';

/** @param words "lusab-babad-gutih-tugad-mudof" */
export function Fingerprint({ words, small = false }: { words: string; small?: boolean }) {
  return (
    <code className={small ? 'hr-words hr-words--small' : 'hr-words'}>
      {words.split('-').map((word, at) => (
        <span key={at}>
          {at > 0 && <span className="hr-words__hyphen">-</span>}
          {word}
        </span>
      ))}
    </code>
  );
}
