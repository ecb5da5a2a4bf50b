/** Text from a pack. Untrusted: no HTML, no images, and links only https, in a new tab without opener or referrer (DESIGN §5.6). */
import ReactMarkdown from 'react-markdown';
import type { Components } from 'react-markdown';
import { CopyBlock } from './CopyBlock';
import './markdown.css';

const ALLOWED = [
  'p',
  'br',
  'strong',
  'em',
  'del',
  'ul',
  'ol',
  'li',
  'blockquote',
  'code',
  'pre',
  'a',
  'hr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
];

/** A pack's own headings stand below ours, whatever their level. */
const Heading: Components['h1'] = ({ children }) => <h4>{children}</h4>;

const COMPONENTS: Components = {
  h1: Heading,
  h2: Heading,
  h3: Heading,
  h4: Heading,
  h5: Heading,
  h6: Heading,
  pre: ({ children }) => <CopyBlock>{children}</CopyBlock>,
  a: ({ href, children }) => (href ? <OutLink href={href}>{children}</OutLink> : <span>{children}</span>),
};

/** The address itself where it is https, else nothing. */
function onlyHttps(url: string): string {
  return /^https:\/\//i.test(url) ? url : '';
}

/** A link out of the extension. Anything but https is shown as plain text. */
export function OutLink({ href, children }: { href: string; children: React.ReactNode }) {
  if (!onlyHttps(href)) return <span>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
      <span className="hr-hidden"> (opens in a new tab)</span>
    </a>
  );
}

export function Markdown({ text }: { text: string }) {
  return (
    <div className="hr-markdown">
      <ReactMarkdown skipHtml allowedElements={ALLOWED} unwrapDisallowed urlTransform={onlyHttps} components={COMPONENTS}>
        {text}
      </ReactMarkdown>
    </div>
  );
}
