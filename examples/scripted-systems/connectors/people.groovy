// Reads a web service page by page, as {"people": [...], "next": "page-2.json"}. A url without a scheme is a folder that answers in its stead.
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.file.Files

http = HttpClient.newHttpClient()

get = { String path ->
    if (!parameters.url.contains('://')) {
        return json.parse(Files.readString(folder.resolve(parameters.url).resolve(path)))
    }
    def request = HttpRequest.newBuilder(URI.create(parameters.url + '/' + path))
        .header('Authorization', "Bearer ${parameters.token ?: ''}").build()
    def answer = http.send(request, HttpResponse.BodyHandlers.ofString())
    if (answer.statusCode() != 200) {
        throw new IOException("$path: HTTP ${answer.statusCode()}")
    }
    json.parse(answer.body())
}

// What there is, for "syncline discover" and "syncline check --connect".
schema {
    [[name: 'employee', anchor: ['badge'], attributes: [
        [name: 'badge'], [name: 'first'], [name: 'last'], [name: 'extension'], [name: 'teams', multiValued: true]]]]
}

fullImport { page ->
    def answer = get(page.token ?: 'page-1.json')
    answer.people.each { person ->
        page.object('employee', [badge: person.badge, first: person.name.first, last: person.name.last,
                                 extension: person.extension, teams: person.teams])
    }
    page.next = answer.next
}
