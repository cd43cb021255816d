package dev.auditlog.sample.order;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order. A bay holds one order; the database sees to that when a transfer commits. */
@Entity
@Table(
        name = "sample_order",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "uq_sample_order_depot_bay",
                        columnNames = {"depot", "bay"}))
@NamedQuery(name = "Order.page", query = "select o from Order o join fetch o.customer order by o.id desc")
@NamedQuery(
        name = "Order.pageOfState",
        query = "select o from Order o join fetch o.customer where o.state = :state order by o.id desc")
@NamedQuery(name = "Order.lastBay", query = "select max(o.bay) from Order o where o.depot = :depot")
class Order {

    private static final int KEPT_CARD_DIGITS = 4;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Version
    private int version;

    @ManyToOne(optional = false)
    private @Nullable Customer customer;

    @Column(precision = 11, scale = 2, nullable = false)
    private BigDecimal amount = BigDecimal.ZERO;

    @Column(length = 2000)
    private @Nullable String note;

    @Column(length = KEPT_CARD_DIGITS)
    private @Nullable String cardEnd;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private OrderState state = OrderState.OPEN;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private Depot depot = Depot.NORTH;

    private @Nullable Integer bay; // null until the first transfer: it lies at the counter

    @ElementCollection
    @CollectionTable(name = "sample_order_line", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "position")
    private List<OrderLine> lines = new ArrayList<>();

    void cost(BigDecimal newAmount) {
        amount = newAmount.setScale(2); // validated: it has no more digits
    }

    /** Keeps the last four digits, and nothing else of the card. */
    void payBy(@Nullable String card) {
        String digits = card == null ? "" : card.replaceAll("\\D", "");
        cardEnd = digits.isEmpty() ? null : digits.substring(digits.length() - KEPT_CARD_DIGITS);
    }

    void sellTo(Customer buyer) {
        customer = buyer;
    }

    void fill(List<LineForm> forms) {
        lines.clear();
        forms.forEach(form -> lines.add(new OrderLine(form)));
    }

    void remark(@Nullable String text) {
        note = text == null || text.isEmpty() ? null : text;
    }

    /** Goes on to the next state; false if this one does not lead there. */
    boolean advance(OrderState next) {
        boolean allowed = state.leadsTo(next);
        state = allowed ? next : state;
        return allowed;
    }

    void moveTo(Depot newDepot, int newBay) {
        depot = newDepot;
        bay = newBay;
    }

    long id() {
        return id;
    }

    OrderState state() {
        return state;
    }

    Depot depot() {
        return depot;
    }

    String customerName() {
        return customer == null ? "" : customer.name();
    }

    JsonObjectBuilder summary() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", id)
                .add("customer", customerName())
                .add("amount", amount)
                .add("state", state.name())
                .add("depot", depot.name());
        if (bay != null) {
            json.add("bay", bay);
        }
        return json;
    }

    JsonObject toJson() {
        JsonObjectBuilder json = summary();
        if (note != null) {
            json.add("note", note);
        }
        if (cardEnd != null) {
            json.add("card", "…" + cardEnd);
        }
        var all = Json.createArrayBuilder();
        lines.forEach(line -> all.add(line.toJson()));
        return json.add("lines", all).build();
    }
}
