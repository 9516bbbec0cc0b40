/** As much of ncc's programmatic interface as the build uses; the package brings no types. */
declare module '@vercel/ncc' {
  export default function ncc(
    input: string,
    options: {
      cache: false;
      esm: boolean;
      /** Modules that stay outside of the bundle, by the name to import in their place. */
      externals: Readonly<Record<string, string>>;
      minify: boolean;
      quiet: boolean;
      target: string;
    },
  ): Promise<{ code: string; assets: Record<string, { source: string | Buffer }> }>;
}
