// Whoever is in training works with a small licence first.
importFlow(connector: 'hr', objectType: 'employee', name: 'in training') { source, identity, contribute ->
    if (source.Title?.endsWith('in training')) {
        contribute 'licence', 'F1', 10
    }
}
