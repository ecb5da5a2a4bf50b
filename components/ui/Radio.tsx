/** A real radio button in our look. */
import type { ComponentProps } from 'react';
import './radio.css';

export function Radio(props: Omit<ComponentProps<'input'>, 'type' | 'className'>) {
  return <input type="radio" className="hr-radio" {...props} />;
}
