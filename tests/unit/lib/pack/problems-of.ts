/** What a pack file is refused for, one line per problem; [] for one that can be used. */
import { PackError, parsePack } from '../../../../lib/pack/load';

export async function problemsOf(text: string): Promise<string[]> {
  try {
    await parsePack(text);
    return [];
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    return error.message.split('\n');
  }
}
