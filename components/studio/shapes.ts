/** Small shapes that several parts of the options page show. */

/** How much a pack holds. */
export interface Contents {
  pipelines: number;
  stages: number;
  sops: number;
}

export interface Role {
  id: string;
  title: string;
}

/** One mistake with its place, '' for the file as a whole. */
export interface Problem {
  path: string;
  message: string;
}
