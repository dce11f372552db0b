// Names and places of administrative units, from the records of type `area`. The units of today: a code alone meant another
// territory before July 2025, so that records of then carry `areafrom`.
export function areasOf(records) {
  const byCode = new Map();
  records.all('area').forEach(({ data }) => {
    const known = byCode.get(data.code);
    if (!known || known.validFrom < data.validFrom) byCode.set(data.code, data);
  });
  return {
    name: (code) => byCode.get(code)?.name || '',
    place: (code) => byCode.get(code)?.location || null,
  };
}
