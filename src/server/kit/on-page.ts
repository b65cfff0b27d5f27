export function onPage<One>(list: readonly One[], page: number, size: number): readonly One[] {
  return list.slice((page - 1) * size, page * size);
}
