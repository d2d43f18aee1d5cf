// A system for tests: a log of JSON lines, of which the last one about an object says how it is now.
import java.nio.file.Files
import java.nio.file.StandardOpenOption

entries = { ->
    def log = folder.resolve(parameters.log)
    Files.exists(log) ? Files.readAllLines(log).collect { json.parse(it) } : []
}

state = { long since ->
    def last = [:]
    entries().eachWithIndex { entry, index ->
        if (index >= since) {
            last[entry.objectType + ' ' + entry.key] = entry
        }
    }
    last
}

append = { objectType, key, attributes ->
    Files.writeString(folder.resolve(parameters.log),
        json.text([objectType: objectType, key: key, attributes: attributes]) + '\n',
        StandardOpenOption.CREATE, StandardOpenOption.APPEND)
}

held = { objectType, key -> state(0)[objectType + ' ' + key]?.attributes }

read = { page, long since ->
    def all = state(since).values().toList()
    def from = page.token ?: 0
    all.drop(from).take(2).each { entry ->
        if (entry.objectType in objectTypes) {
            if (entry.attributes != null) {
                page.object(entry.objectType, entry.attributes)
            } else if (page.since != null) {
                page.delete(entry.objectType, [key: entry.key])
            }
        }
    }
    if (from + 2 < all.size()) {
        page.next = from + 2
    } else {
        page.watermark(entries().size())
    }
}

fullImport { page -> read(page, 0) }

deltaImport { page ->
    if (!page.since.isInteger() || page.since.toInteger() > entries().size()) {
        page.fullImportRequired("no such watermark: ${page.since}")
    }
    read(page, page.since.toInteger())
}

readOne { objectType, anchor, dn -> held(objectType, anchor.key) }

add { operation ->
    def key = operation.attributes.key
    if (held(operation.objectType, key) != null) {
        refuse 'already-exists', "there is '$key' already"
    }
    append(operation.objectType, key, operation.attributes)
    [anchor: [key: key]]
}

update { operation ->
    def before = existing(operation)
    def after = (before + operation.attributes).findAll { name, value -> value != null && value != [] }
    append(operation.objectType, operation.anchor.key, after)
}

delete { operation ->
    existing(operation)
    append(operation.objectType, operation.anchor.key, null)
}

existing = { operation ->
    held(operation.objectType, operation.anchor.key) ?:
        refuse('no-such-object', "there is no '${operation.anchor.key}'")
}
