/** One name per org: its Lightning host, whichever of the org's hosts a page or a request is on (facts/salesforce.md §4.2, §5). */

/**
 * `host` in lower case, without the Defender proxy's `.mcas.ms`, and with the My Domain forms turned into the Lightning form:
 * `x.my.salesforce.com`, `x.my.salesforce-setup.com` -> `x.lightning.force.com`; `.my.salesforce.mil` -> `.lightning.force.mil`;
 * `x.my.sfcrmproducts.cn`, `x.my.crmforce.mil` -> the same with `.lightning.`. A sandbox keeps its own label and so is its own org.
 */
export function orgOf(host: string): string {
  return host
    .toLowerCase()
    .replace(/\.mcas\.ms$/, '')
    .replace(/\.my\.([\w-]+\.)?(?:sales)?((?:crm)?force|sfcrm\w+)(?:-setup)?(?=\.\w+$)/, '.lightning.$1$2');
}
