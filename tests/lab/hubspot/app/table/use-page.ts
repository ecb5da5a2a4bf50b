/** The page of a search that a table shows. */

import { useEffect, useState } from 'react';
import { searchTable, TABLE_PAGE } from '../data/load';
import type { Search } from '../data/load';
import { askedFor } from './columns';

interface PageOfRecords {
  ids: readonly string[];
  total: number;
}

/** Null until it is there. `version` changes when the table is to be loaded again. */
export function usePage(search: Search, page: number, version: number): PageOfRecords | null {
  const [loaded, setLoaded] = useState<PageOfRecords | null>(null);
  useEffect(() => {
    let isWanted = true;
    searchTable(search, askedFor(search.objectTypeId), page * TABLE_PAGE).then(
      (found) => isWanted && setLoaded(found),
      () => isWanted && setLoaded({ ids: [], total: 0 }),
    );
    return () => {
      isWanted = false;
    };
  }, [search, page, version]);
  return loaded;
}
