/** The name of a type as that of a file: `fis:s_lor_plr_2021` → `s_lor_plr_2021`. */
export function fileName(id: string): string {
  const name = id
    .slice(id.lastIndexOf(':') + 1)
    .replace(/[^\p{L}\p{N}._-]+/gu, '_')
    .replace(/^[._]+/, '');
  return name === '' ? 'layer' : name;
}
