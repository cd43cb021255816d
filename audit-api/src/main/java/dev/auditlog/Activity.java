package dev.auditlog;

/** What kind of access a call is: CRUD in the words of OCSF's API Activity (class 6003). */
public enum Activity {
    /** Told by the HTTP method: POST is CREATE; GET and HEAD are READ; PUT and PATCH are UPDATE; DELETE is DELETE. */
    DEFAULT,
    CREATE,
    READ,
    UPDATE,
    DELETE,
    /** Everything else, such as a sign-in or an automatic answer to OPTIONS. */
    OTHER
}
