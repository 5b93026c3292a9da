; El Torito (to come).
eltorito_boot:
        ret
