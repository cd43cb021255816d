package dev.auditlog.it;

import static dev.auditlog.it.End.alice;

import java.util.List;

/** The part of {@link OutcomeTable} about the places where an annotation may stand. */
final class PlaceTable {

    private PlaceTable() {}

    static List<End> all() {
        return List.of(
                alice("resource that is no CDI bean", "GET", "/api/plain/c1")
                        .event("SUCCESS", "PlainResource.read", "READ", "Plain/c1"),
                alice("sub-resource made by new", "GET", "/api/plain/c1/notes/n5")
                        .event("SUCCESS", "Notes.note", "READ", "Notes/n5"),
                alice("method of a sub-resource without annotation", "GET", "/api/plain/c1/notes")
                        .note("no event: not annotated"),
                alice("annotation on the superclass", "GET", "/api/heirs/by-superclass/8")
                        .event("SUCCESS", "HeirResource.bySuperclass", "READ", "Heir/8"),
                alice("own method of an heir of an annotated class", "GET", "/api/heirs/own")
                        .event("SUCCESS", "HeirResource.own", "READ", "Heir"),
                alice("annotation on the interface's method", "GET", "/api/contracts/by-interface/8")
                        .event("SUCCESS", "ContractResource.byInterface", "READ", "Contract/8"),
                alice("default method of an interface that throws", "GET", "/api/contracts/broken-default")
                        .client(500)
                        .event("ERROR", "ContractResource.brokenDefault", "READ", "Contract")
                        .exceptionPage(),
                alice("method without annotation", "GET", "/api/contracts/not-audited/8")
                        .note("no event: not annotated"),
                alice("audited locator, method without annotation", "GET", "/api/contracts/parts/p1")
                        .event("SUCCESS", "Part.read", "READ", "Part/p1"),
                alice("audited locator, annotated method", "GET", "/api/contracts/parts/p1/own")
                        .event("SUCCESS", "Part.own", "READ", "Part/p1"),
                alice("audited locator that throws a 404", "GET", "/api/contracts/parts/none")
                        .client(404)
                        .event("FAILURE", "ContractResource.part", "READ", "Contract/none"),
                alice("405 behind an audited locator", "DELETE", "/api/contracts/parts/p1")
                        .client(405)
                        .event("FAILURE", "ContractResource.part", "DELETE", "Contract/p1"));
    }
}
