/** Opening a record of the lab and knowing that it shows. */
import type { Page } from 'playwright-core';

/** On the host of the practice Salesforce, but no record: the next navigation stays in its process, so that a profiler sees it from the start. */
export const WARM_UP = 'https://acme.lightning.force.com/assets/favicon.svg';

const STAGE =
  '.windowViewMode-normal.active [data-target-selection-name="sfdc:RecordField.Opportunity.StageName"], [data-test-id="property-input-dealstage"]';

export async function openRecord(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator(STAGE).first().waitFor();
}
