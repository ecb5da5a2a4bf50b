/** One part of the options page, with its name and what it is for. */
import type { ReactNode } from 'react';

interface PartProps {
  /** Its address: `options.html#keys`. */
  id: string;
  title: string;
  intro?: string;
  children: ReactNode;
}

export function Part({ id, title, intro, children }: PartProps) {
  return (
    <section id={id} className="hr-part" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {intro && <p className="hr-part__intro">{intro}</p>}
      {children}
    </section>
  );
}
