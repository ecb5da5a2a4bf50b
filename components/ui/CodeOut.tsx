/** A code to hand on: copied with one click, or saved as a file that holds the same text. */
import { Download } from 'lucide-react';
import { Button } from './Button';
import { CopyButton } from './CopyButton';
import { saveFile } from './save-file';
import './code.css';

interface CodeOutProps {
  code: string;
  /** What it is, for a screen reader: "the code for Ana". */
  what: string;
  /** The file's name. */
  file: string;
}

export function CodeOut({ code, what, file }: CodeOutProps) {
  return (
    <div className="hr-code">
      <code className="hr-code__text">{code}</code>
      <div className="hr-code__bar">
        <CopyButton look="plain" what={what} text={() => code} />
        <Button look="quiet" icon={Download} onClick={() => saveFile(file, code, 'text/plain')}>
          Save as a file
        </Button>
      </div>
    </div>
  );
}
