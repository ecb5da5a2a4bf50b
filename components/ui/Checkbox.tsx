/** A real checkbox in our look. `dashed` draws the dash of "not applicable" in an unchecked box; its meaning must also be said in words. */
import type { ComponentProps } from 'react';
import './checkbox.css';

type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'className'> & { dashed?: boolean };

export function Checkbox({ dashed = false, ...rest }: CheckboxProps) {
  return <input type="checkbox" className={dashed ? 'hr-checkbox hr-checkbox--na' : 'hr-checkbox'} {...rest} />;
}
