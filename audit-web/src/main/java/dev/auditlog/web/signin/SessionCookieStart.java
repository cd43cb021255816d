package dev.auditlog.web.signin;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * Sets SameSite for every session cookie. Not in web.xml: Payara 6 knows no attributes there, and warns ten times at each
 * start.
 */
@WebListener
public class SessionCookieStart implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent start) {
        start.getServletContext().getSessionCookieConfig().setAttribute("SameSite", "Lax");
    }
}
