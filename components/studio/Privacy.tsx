/** What is stored and what never is, in plain words. */

export function Privacy() {
  return (
    <div className="hr-privacy">
      <p>
        Handrail has no account and no server: all it knows stays in this browser. It makes two kinds of request. When it holds a stage
        change and the page does not show a value that your team asks for, it reads that value from your CRM itself, in your own session.
        You can switch that off in the settings. And it fetches the packs that you or your organisation subscribed to: the host learns that
        somebody asks for the file, and nothing of you or your CRM.
      </p>
      <div className="hr-privacy__lists">
        <div>
          <h3>Kept on this computer</h3>
          <ul>
            <li>Your ticks, answers, and the reasons and notes you type</li>
            <li>Overrides and what is still to be made good</li>
            <li>What you confirmed, and your name beside it</li>
            <li>A journal of what happened: record ids, stage names, times</li>
            <li>Approvals, and the key that signs if you are a manager</li>
            <li>Rule packs, subscriptions, the keys that you trust, and your settings</li>
          </ul>
        </div>
        <div>
          <h3>Never kept, never sent</h3>
          <ul>
            <li>Field values from your CRM: they are read, compared and forgotten</li>
            <li>Passwords, cookies and sign-in tokens: Handrail cannot see them</li>
            <li>Pages other than Salesforce and HubSpot</li>
            <li>Statistics about you</li>
          </ul>
        </div>
      </div>
      <p>Handrail never changes a record by itself. When it holds a save, you decide whether it goes through.</p>
    </div>
  );
}
