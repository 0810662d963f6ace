// writes the catalogue as a FITS binary table (Pence et al. 2010), by no library
def lines = new File(basedir, 'src/main/experiments/catalogue.csv').readLines().findAll { !it.startsWith('#') }
def names = lines[0].split(',')
def rows = lines.tail().collect { it.split(',', -1) }
// the column of the group has more digits than a double, texts have 6 bytes, all else is a double
def form = { name -> name == 'objectId' ? '1K' : name in ['field', 'class'] ? '6A' : '1D' }
def size = { name -> form(name) == '6A' ? 6 : 8 }

def cards = { List<String> all ->
    def text = (all + ['END']).collect { it.padRight(80) }.join()
    text.padRight(Math.ceil(text.length() / 2880) as int * 2880).getBytes('US-ASCII')
}
def value = { key, value -> key.padRight(8) + '= ' + (value instanceof String ? "'${value.padRight(8)}'" : "$value".padLeft(20)) }

def width = names.sum(size)
def header = [value('XTENSION', 'BINTABLE'), value('BITPIX', 8), value('NAXIS', 2), value('NAXIS1', width),
              value('NAXIS2', rows.size()), value('PCOUNT', 0), value('GCOUNT', 1), value('TFIELDS', names.size()),
              value('EXTNAME', 'CATALOGUE')]
names.eachWithIndex { name, c -> header += [value("TTYPE${c + 1}".toString(), name), value("TFORM${c + 1}".toString(), form(name))] }

def bytes = new ByteArrayOutputStream()
def out = new DataOutputStream(bytes)
out.write(cards([value('SIMPLE', 'T' as char), value('BITPIX', 8), value('NAXIS', 0), value('EXTEND', 'T' as char)]))
out.write(cards(header))
rows.each { row ->
    names.eachWithIndex { name, c ->
        switch (form(name)) {
            case '1K': out.writeLong(row[c] as long); break
            case '6A': out.write(row[c].padRight(6).getBytes('US-ASCII')); break
            default: out.writeDouble(row[c] ? row[c] as double : Double.NaN)
        }
    }
}
while (bytes.size() % 2880 != 0) {
    out.write(0)
}
new File(basedir, 'src/main/experiments/catalogue.fits').bytes = bytes.toByteArray()
return true
