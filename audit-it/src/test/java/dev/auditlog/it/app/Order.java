package dev.auditlog.it.app;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** What a client sends. */
public class Order {

    @NotNull
    private String customer;

    @Min(1)
    private int amount;

    public String getCustomer() {
        return customer;
    }

    public void setCustomer(String customer) {
        this.customer = customer;
    }

    public int getAmount() {
        return amount;
    }

    public void setAmount(int amount) {
        this.amount = amount;
    }
}
