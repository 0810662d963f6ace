// makes the project of the tutorial from the page itself
def page = new File(basedir, '../../../site/markdown/tutorial.md').text
def block = { String language, int number ->
    def blocks = (page =~ /(?s)```${language}\n(.*?)```/).collect { it[1] }
    assert blocks.size() > number : "the tutorial has no ${number + 1}. block of $language"
    blocks[number]
}
def write = { String name, String text ->
    def file = new File(basedir, name)
    file.parentFile.mkdirs()
    file.text = text
}
def spec = block('yaml', 0)
def rules = block('yaml', 1)
assert spec.contains('\nvalidate:\n') && rules.startsWith('validate:\n')
write('pom.xml', block('xml', 0))
write('src/main/experiments/first-mergers.yaml', spec)
write('changed/first-mergers.yaml', spec.substring(0, spec.indexOf('validate:\n')) + rules)
write('mistakes/first-mergers.yaml', spec.replace('particles:', 'particels:').replace('points: 60', 'points: 0'))
write('points.csv', block('csv', 0))
return true
