package dev.auditlog.sample.document;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;

/** A file that was handed in. */
@Entity
@Table(name = "sample_document")
class Document {

    static final int MAX_NAME = 255;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(length = MAX_NAME, nullable = false)
    private String name = "";

    @Column(nullable = false)
    private int sizeBytes;

    @Lob
    @Basic(fetch = FetchType.LAZY)
    @Column(length = 1024 * 1024, nullable = false)
    private byte[] content = {};

    protected Document() {}

    Document(String name, byte[] content) {
        this.name = name;
        this.content = content.clone();
        this.sizeBytes = content.length;
    }

    long id() {
        return id;
    }

    String name() {
        return name;
    }

    JsonObject toJson() {
        return Json.createObjectBuilder()
                .add("id", id)
                .add("name", name)
                .add("size", sizeBytes)
                .build();
    }
}
