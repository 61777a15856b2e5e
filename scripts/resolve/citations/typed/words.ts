/** Words around and inside citations typed by hand. */

/** Between two authors. A comma may stand before. */
export const BETWEEN_NAMES = /\s*,\s*(?:(?:dan|and|serta)\s+|&\s*)?|\s+(?:dan|and|serta)\s+|\s*&\s*/giu

/** "dkk.", "et al." at the end of the names. */
const ET_AL =
  /[\s,]+(?:dkk|et\.?\s+al|dan kawan-kawan|dan kawan kawan|dan lain-lain|dan lainnya|and others)\.?$/iu

/** The names without "dkk.", and whether it stood there. */
export function withoutEtAl(names: string): { readonly names: string; readonly etAl: boolean } {
  const match = ET_AL.exec(names.slice(-40))
  if (!match) return { names, etAl: false }
  return { names: names.slice(0, names.length - match[0].length), etAl: true }
}

/** A name as it is compared: no case, no accents, no punctuation; one word for "and". */
export function folded(text: string): string {
  // Most names: the patterns below take far longer.
  if (/^[A-Za-z]+$/.test(text)) return /^(?:and|serta)$/i.test(text) ? 'dan' : text.toLowerCase()
  const plain = /^[\0-\x7f]*$/.test(text) ? text : text.normalize('NFKD').replace(/\p{M}+/gu, '')
  return plain
    .toLowerCase()
    .replace(/['’‘ʼ`.]/g, '')
    .replace(/&|(?<![\p{L}\p{N}])(?:and|serta)(?![\p{L}\p{N}])/gu, ' dan ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Words of a body's name that its acronym leaves out, and that tell no name from another. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  'of on and the for in to at dan di untuk ke yang dari atas tentang de la le du des und der für'.split(' '),
)

/** They belong to the name behind them: "van Bruinessen". */
export const PARTICLES: ReadonlySet<string> = new Set(
  'van von de der den del della di da dos du la le al el ibn bin binti ter ten zu'.split(' '),
)

const MONTHS =
  'januari februari maret april mei juni juli agustus september oktober november desember ' +
  'january february march may june july august october december'

/** The name of a month alone is a date, even where somebody is called so. */
export const MONTH_NAMES: ReadonlySet<string> = new Set(MONTHS.split(' '))

/** No author has these words in the name: laws, dates, events, what the author of the thesis made. */
const NO_AUTHOR: ReadonlySet<string> = new Set(
  `${MONTHS} senin selasa rabu kamis jumat sabtu minggu
  pasal ayat uu uud undang perpu perppu perpres pp permen permendikbud permenkes perda pergub perbup perwal keppres
  kepmen inpres peraturan keputusan putusan ketetapan tap qanun konvensi protokol perjanjian deklarasi piagam statuta
  traktat resolusi konstitusi amandemen kuhp kuhap kuhperdata act convention protocol treaty charter article
  gambar tabel grafik bagan diagram lampiran bab subbab halaman hlm hal lihat nomor no butir huruf figure table chapter
  tahun periode semester triwulan kuartal caturwulan angkatan edisi cetakan jilid volume abad masa era orde sejak hingga
  sampai antara sebelum setelah pukul rp usd kurikulum
  pemilu pilpres pilkada pileg pemilihan perang revolusi reformasi krisis tragedi peristiwa gempa tsunami banjir pandemi
  covid olimpiade piala sea asian ktt kongres konferensi sidang munas muktamar sumpah proklamasi agresi sensus supersemar
  wawancara observasi dokumentasi kuesioner angket data diolah olahan hasil penulis peneliti arsip dokumen foto
  presiden menteri gubernur bupati wali walikota raja ratu sultan kaisar jenderal president minister
  interview observation author film lagu album novel buku artikel jurnal visi agenda rencana target`
    .trim()
    .split(/\s+/),
)

/** Places with a year behind them are where and when something happened. */
const PLACES: ReadonlySet<string> = new Set(
  (
    'indonesia,malaysia,singapura,singapore,thailand,vietnam,filipina,philippines,kamboja,cambodia,laos,myanmar,brunei,' +
    'brunei darussalam,timor leste,tiongkok,cina,china,jepang,japan,korea,korea selatan,korea utara,india,pakistan,' +
    'bangladesh,sri lanka,nepal,afghanistan,iran,irak,arab saudi,mesir,palestina,israel,suriah,lebanon,yaman,turki,' +
    'rusia,ukraina,jerman,prancis,belanda,inggris,italia,spanyol,portugal,belgia,swiss,swedia,norwegia,denmark,' +
    'finlandia,polandia,yunani,austria,hungaria,amerika,amerika serikat,as,usa,us,uk,kanada,meksiko,brasil,argentina,' +
    'chili,australia,selandia baru,papua nugini,afrika selatan,nigeria,kenya,somalia,sudan,ethiopia,asia,eropa,afrika,' +
    'asia tenggara,asean,uni soviet,hindia belanda,jakarta,dki jakarta,surabaya,bandung,yogyakarta,jogjakarta,semarang,' +
    'medan,makassar,palembang,denpasar,bali,malang,bogor,depok,tangerang,bekasi,padang,pekanbaru,batam,pontianak,' +
    'banjarmasin,samarinda,balikpapan,manado,ambon,jayapura,mataram,kupang,kendari,palu,aceh,banda aceh,lampung,solo,' +
    'surakarta,jawa,jawa barat,jawa tengah,jawa timur,banten,sumatra,sumatera,sumatera utara,sumatera barat,riau,jambi,' +
    'bengkulu,kalimantan,sulawesi,papua,maluku,ntt,ntb,bangkok,hanoi,manila,kuala lumpur,beijing,tokyo,seoul,' +
    'new york,washington,london,paris,berlin,jenewa,geneva,wina,den haag,brussel,moskow,ri,nkri'
  ).split(','),
)

/** What may stand before the name of a place. */
const KINDS_OF_PLACE: ReadonlySet<string> = new Set(
  `republik republic negara kesatuan kerajaan kingdom federasi rakyat demokratik kota city provinsi propinsi kabupaten
  daerah khusus istimewa ibu ibukota wilayah kawasan pulau kepulauan of the`
    .trim()
    .split(/\s+/),
)

/** "Indonesia", "Republik Indonesia", "Kota Bandung"; ASEAN is a body when something is said of it. */
export function isPlace(name: string): boolean {
  const words = folded(name).split(' ')
  const first = words.findIndex((word) => !KINDS_OF_PLACE.has(word))
  const place = first < 0 ? '' : words.slice(first).join(' ')
  return place !== 'asean' && PLACES.has(place)
}

/** "Midhol", "van Bruinessen", "UNODC", "Rand Corporation": written as a name is, and nothing that is no author. */
export function isNameLike(names: string): boolean {
  const parts = names.split(BETWEEN_NAMES).filter((part) => part !== '')
  if (parts.length === 0 || parts.length > 12) return false
  return parts.every((part) => isName(part)) && !parts.every((part) => PLACES.has(folded(part)))
}

function isName(part: string): boolean {
  const words = part.split(/\s+/)
  if (words.length > 8 || !/^[\p{L}\p{M}\s.'’‘`-]+$/u.test(part)) return false
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length
  const small = words.filter((word) => /^\p{Ll}/u.test(word))
  if (capitals === 0 || !small.every((word) => PARTICLES.has(word) || SMALL_WORDS.has(word))) return false
  return !folded(part)
    .split(' ')
    .some((word) => NO_AUTHOR.has(word))
}
