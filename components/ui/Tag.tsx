/** A word or two about the thing beside it, in a small frame. */
import './tag.css';

export function Tag({ children }: { children: string }) {
  return <span className="hr-tag">{children}</span>;
}
