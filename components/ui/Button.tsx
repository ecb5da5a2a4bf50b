/** The one button: primary, plain, quiet, danger or mere text, with an optional icon; without words it is an icon button and needs a label. */
import type { ComponentProps } from 'react';
import type { LucideIcon } from 'lucide-react';
import './button.css';

/** `text`: for what is rarely wanted, so that a row of them does not outshine what it is about. */
type Look = 'primary' | 'plain' | 'quiet' | 'danger' | 'text';

type ButtonProps = Omit<ComponentProps<'button'>, 'className'> & { look?: Look; icon?: LucideIcon };

/** A `type="button"` unless told otherwise. */
export function Button({ look = 'plain', icon: Icon, type = 'button', children, ...rest }: ButtonProps) {
  return (
    <button type={type} className={`hr-button hr-button--${look}`} {...rest}>
      {Icon && <Icon size={15} aria-hidden />}
      {children}
    </button>
  );
}

type IconButtonProps = Omit<ButtonProps, 'children' | 'icon'> & { icon: LucideIcon; label: string };

/** `label` is its accessible name and its tooltip. */
export function IconButton({ icon: Icon, label, look = 'quiet', type = 'button', ...rest }: IconButtonProps) {
  return (
    <button type={type} className={`hr-button hr-button--${look} hr-button--icon`} aria-label={label} title={label} {...rest}>
      <Icon size={16} aria-hidden />
    </button>
  );
}
