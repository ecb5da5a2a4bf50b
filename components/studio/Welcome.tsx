/** The first run: what Handrail does, how to keep it in sight, and how to open it. */
import { Button } from '../ui/Button';
import './welcome.css';

export function Welcome({ shortcut, onOpenShortcuts }: { shortcut: string; onOpenShortcuts(): void }) {
  return (
    <section className="hr-welcome" aria-labelledby="welcome">
      <h2 id="welcome">Your SOPs, beside the deal you are working on</h2>
      <p>Handrail shows the steps for the stage in view, and asks before a stage change skips something that matters.</p>
      <ol className="hr-welcome__steps">
        <li>
          <h3>Pin it</h3>
          <p>Choose the puzzle piece in the toolbar, then the pin beside Handrail.</p>
        </li>
        <li>
          <h3>Open a record</h3>
          <p>Open an opportunity, deal or lead in Salesforce or HubSpot. Refresh tabs that were open before.</p>
        </li>
        <li>
          <h3>Open the panel</h3>
          <p>
            Choose the toolbar icon{shortcut ? <> or press </> : '. '}
            {shortcut ? <kbd>{shortcut}</kbd> : <Button onClick={onOpenShortcuts}>Set keys for it</Button>}
            {shortcut && '.'}
          </p>
        </li>
      </ol>
      <p>A starter pack is in use already. Add your team’s own below when you have it.</p>
    </section>
  );
}
